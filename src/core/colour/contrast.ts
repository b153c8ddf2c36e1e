/** Paper and surface of both themes (identity.md): what stands on a page stands on one of these. */
const grounds = { light: ['#faf8f4', '#ffffff'], dark: ['#11171a', '#192125'] } as const;
/** WCAG 2.2, 1.4.3: body text. */
export const leastContrast = 4.5;
/** 1.4.6: on dark paper there is room for it. */
const wellReadable = 7;

type Rgb = { red: number; green: number; blue: number };

function rgbOf(hex: string): Rgb {
  const number = Number.parseInt(hex.slice(1), 16);
  return { red: (number >> 16) & 255, green: (number >> 8) & 255, blue: number & 255 };
}

/** Of one part, 0..255, as light. */
function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance, WCAG 2.2. */
function luminance({ red, green, blue }: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** 1 to 21, of two colours as `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(rgbOf(one)), luminance(rgbOf(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const least = (hex: string, theme: keyof typeof grounds) =>
  Math.min(...grounds[theme].map((ground) => contrast(hex, ground)));

/** Whether a colour of one's own can be read on light paper, as text and with white text on it. */
export function isReadable(hex: string): boolean {
  return least(hex, 'light') >= leastContrast;
}

/** The app’s own green is drawn for both (identity.md). */
const drawn: Readonly<Record<string, string>> = { '#0e5a4a': '#6ccdb4' };

/** The same colour for dark paper: mixed with white until it can be read there. */
export function onDark(hex: string): string {
  const own = drawn[hex];
  if (own !== undefined) return own;
  const { red, green, blue } = rgbOf(hex);
  for (let white = 0; white <= 100; white += 2) {
    const part = (value: number) =>
      Math.round(value + ((255 - value) * white) / 100)
        .toString(16)
        .padStart(2, '0');
    const mixed = `#${part(red)}${part(green)}${part(blue)}`;
    if (least(mixed, 'dark') >= wellReadable) return mixed;
  }
  return '#ffffff';
}
