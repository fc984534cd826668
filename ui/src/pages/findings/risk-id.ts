/** The id of the place on the page where a risk is told, for those who come from the matrix. */
export function riskId(number: number): string {
  return `risk-${String(number)}`;
}
