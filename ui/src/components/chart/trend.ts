/** Where the points of a line over time lie. Pure arithmetic, in units of the drawing. */
import type { Point } from "./geometry";

/**
 * The runs of neighbouring values that there are, each as points, the first at the left edge and
 * the last at the right. A missing value breaks the line instead of pretending to be zero.
 */
export function courseOf(
  values: readonly (number | null)[],
  width: number,
  height: number,
): Point[][] {
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  const runs: Point[][] = [];
  let run: Point[] = [];
  for (const [at, value] of [...values, null].entries()) {
    if (value !== null) {
      run.push({ x: at * step, y: height - (value / 100) * height });
    } else {
      if (run.length > 0) runs.push(run);
      run = [];
    }
  }
  return runs;
}
