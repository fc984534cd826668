/** How far votes agree: van der Eijk's measure A, in hundredths, as the program computes it. */

/** Nothing with fewer than three answers or fewer than two votes. */
export function agreement(votes: readonly number[]): number | null {
  const total = votes.reduce((sum, count) => sum + count, 0);
  if (votes.length < 3 || total < 2) return null;
  let left = [...votes];
  let sum = 0;
  // Taken apart into layers in which each answer has as many or none.
  while (left.some((count) => count > 0)) {
    const height = Math.min(...left.filter((count) => count > 0));
    const layer = left.map((count) => count > 0);
    const filled = layer.filter(Boolean).length;
    sum += ((height * filled) / total) * ofLayer(layer, filled);
    left = left.map((count) => Math.max(0, count - height));
  }
  return Math.round(sum * 100);
}

function ofLayer(layer: readonly boolean[], filled: number): number {
  if (filled === 1) return 1;
  if (filled === layer.length) return 0;
  let together = 0;
  let apart = 0;
  layer.forEach((one, first) =>
    layer.slice(first + 1).forEach((other, gap) =>
      layer.slice(first + gap + 2).forEach((third) => {
        if (one !== third && other) together += 1;
        if (one && !other && third) apart += 1;
      }),
    ),
  );
  const answers = layer.length;
  const unimodality =
    ((answers - 2) * together - (answers - 1) * apart) / ((answers - 2) * (together + apart));
  return unimodality * (1 - (filled - 1) / (answers - 1));
}
