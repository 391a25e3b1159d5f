/** A number as people write it: powers of ten where it is very large or small, a true minus. */
export function numberText(value: number): string {
  const size = Math.abs(value);
  if (value !== 0 && (size >= 1e5 || size < 1e-3)) {
    const power = Math.floor(Math.log10(size) + 1e-9);
    const digits = String(power).replace('-', '⁻').replace(/\d/g, d => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(d)]!);
    const front = Number((value / 10 ** power).toPrecision(3));
    return front === 1 ? `10${digits}` : `${String(front).replace('-', '−')}·10${digits}`;
  }
  return String(Number(value.toPrecision(6))).replace('-', '−');
}
