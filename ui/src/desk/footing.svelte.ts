/**
 * Where focus goes when what was pressed is gone after the page is refreshed: without it,
 * whoever works by keyboard would be thrown back to the top of the window.
 */

/**
 * Follows the refreshes of the calling component. What it returns names, before something is
 * done, the id of the element that takes focus if it would be lost.
 */
export function footing(refreshed: () => unknown): (place: string) => void {
  /** One for each thing that was done and not yet seen on the page. */
  let places: string[] = [];
  $effect(() => {
    refreshed();
    const latest = places.at(-1);
    if (latest === undefined) return;
    if (document.activeElement !== document.body) return void places.shift();
    document.getElementById(latest)?.focus();
    places = [];
  });
  return (place) => {
    places.push(place);
  };
}
