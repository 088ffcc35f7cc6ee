/** The QR code of the link, and what is to be known of it: that it is too dense to be scanned from afar, or that there is none. */
import { messages } from '../../messages/en.ts';
import { BACK_ROW_SQUARES, qrOf } from './qr.ts';
import { QrCode } from './QrCode.tsx';

const words = messages.sharing.qr;

interface Props {
  readonly link: string;
  /** makes the link shorter; null where nothing of it can be spared */
  readonly onShorten: (() => void) | null;
}

export function QrPart({ link, onShorten }: Props) {
  const squares = qrOf(link);
  const dense = squares === null || squares.size > BACK_ROW_SQUARES;
  return (
    <div className="share-qr">
      {squares !== null && <QrCode squares={squares} label={words.label} />}
      <output>
        {dense && <p>{squares === null ? words.none : words.dense(squares.size)}</p>}
        {dense && <p>{onShorten === null ? words.stillLong : words.shorterNote}</p>}
      </output>
      {dense && onShorten !== null && (
        <button type="button" className="button" onClick={onShorten}>
          {words.shorter}
        </button>
      )}
    </div>
  );
}
