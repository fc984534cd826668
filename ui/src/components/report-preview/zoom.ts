/** How large a page is shown. All but the first two grow with the text of the window. */
export const zooms = ["page", "width", "actual", "large"] as const;

/** One of them. */
export type Zoom = (typeof zooms)[number];

/** The zoom with this name; the whole page for what is none. */
export function zoomFrom(name: string): Zoom {
  return zooms.find((zoom) => zoom === name) ?? "page";
}
