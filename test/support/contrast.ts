/**
 * The contrast by WCAG 2.2 of a colour on the colours behind it, the uppermost first and white below them all.
 * Colours are `#rrggbb`, `#rrggbbaa`, `rgb(…)` or `rgba(…)`.
 */
export function contrast(color: string, ...behind: readonly string[]): number {
  const ground = behind.reduceRight((below, each) => blend(each, below), [1, 1, 1]);
  const [first, second] = [luminance(blend(color, ground)), luminance(ground)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** Red, green, blue and alpha, each from 0 to 1. */
function channels(color: string): number[] {
  if (color.startsWith('#'))
    return [...color.matchAll(/[0-9a-f]{2}/gi)].map(([digits]) => Number.parseInt(digits, 16) / 255);
  const numbers = [...color.matchAll(/[\d.]+/g)].map(Number);
  return numbers.map((value, index) => (index < 3 ? value / 255 : value));
}

function blend(color: string, below: readonly number[]): number[] {
  const [red = 0, green = 0, blue = 0, alpha = 1] = channels(color);
  return [red, green, blue].map((value, index) => value * alpha + (below[index] ?? 0) * (1 - alpha));
}

function luminance(values: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = values.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
