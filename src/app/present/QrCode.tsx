/** A QR code, drawn here: black on white whatever the theme, as cameras want it. */
import { encode } from 'uqr';
import { present as words } from '../../messages/en.ts';

/** Fields that stay white around it: with fewer some cameras do not find it. */
const QUIET = 4;

export function QrCode({ text }: { readonly text: string }) {
  const path = pathOf(text);
  if (path === null) return <p>{words.covered.tooLong}</p>;
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${path.size} ${path.size}`}
      role="img"
      aria-label={words.covered.codeLabel(text)}
      shapeRendering="crispEdges"
    >
      <rect width={path.size} height={path.size} fill="#fff" />
      <path d={path.d} fill="#000" />
    </svg>
  );
}

/** Null for a text that no QR code has room for. */
function pathOf(text: string): { readonly d: string; readonly size: number } | null {
  try {
    const { data, size } = encode(text, { ecc: 'M', border: QUIET });
    const d = data
      .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
      .join('');
    return { d, size };
  } catch {
    return null;
  }
}
