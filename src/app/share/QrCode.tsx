/** A QR code, drawn here: dark on light in every theme, with the margin that scanners need. */
import type { QrSquares } from './qr.ts';

/** Squares of white around the code, as the standard asks for. */
const MARGIN = 4;
interface Props {
  readonly squares: QrSquares;
  readonly label: string;
}

export function QrCode({ squares: { size, path }, label }: Props) {
  const side = size + 2 * MARGIN;
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={label}
      viewBox={`${-MARGIN} ${-MARGIN} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect x={-MARGIN} y={-MARGIN} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
