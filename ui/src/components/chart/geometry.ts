/** Where the points of a radar chart lie. Pure arithmetic, in units of the drawing. */

/** A point of the drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The point at a distance from the middle on one of `count` spokes, the first pointing up. */
export function onSpoke(index: number, count: number, distance: number): Point {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
  return { x: rounded(Math.cos(angle) * distance), y: rounded(Math.sin(angle) * distance) };
}

/** A closed line through points, as the attribute `points` of a polygon wants it. */
export function polygon(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x},${y}`).join(" ");
}

/** A ring of the grid: the same distance on every spoke. */
export function ring(count: number, distance: number): string {
  return polygon(Array.from({ length: count }, (_, index) => onSpoke(index, count, distance)));
}

/**
 * The runs of neighbouring spokes that have a value, each as points. A missing
 * value breaks the line instead of pretending to be zero. One closed run when none
 * is missing.
 */
export function runs(values: readonly (number | null)[], radius: number): Point[][] {
  const points = values.map((value, index) =>
    value === null ? null : onSpoke(index, values.length, (value / 100) * radius),
  );
  const gap = points.indexOf(null);
  if (gap < 0) return [points.filter((point) => point !== null)];
  const found: Point[][] = [];
  let run: Point[] = [];
  // Begun behind a gap, so that a run over the first spoke stays in one piece.
  for (const point of [...points.slice(gap), ...points.slice(0, gap), null]) {
    if (point !== null) run.push(point);
    else if (run.length > 0) {
      found.push(run);
      run = [];
    }
  }
  return found;
}

function rounded(length: number): number {
  return Math.round(length * 100) / 100 + 0;
}
