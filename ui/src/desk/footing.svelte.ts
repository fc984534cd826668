/**
 * Where focus goes when what was pressed is gone after the page is refreshed: without it,
 * whoever works by keyboard would be thrown back to the top of the window.
 */

/**
 * Follows the refreshes of the calling component. What it returns names, before something is
 * done, the id of the element that takes focus if it would be lost.
 */
export function footing(refreshed: () => unknown): (place: string) => void {
  let place: string | null = null;
  $effect(() => {
    refreshed();
    if (place === null) return;
    if (document.activeElement === document.body) document.getElementById(place)?.focus();
    place = null;
  });
  return (next) => {
    place = next;
  };
}
