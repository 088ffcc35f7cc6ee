/** A picture that stands by itself as a PNG. */
import type { StandalonePicture } from './pictureSvg.ts';

/** Pixels of the file to a pixel of the page: sharp on a projector and in print. */
const SCALE = 2;

/** Null where the browser does not draw it. */
export async function pictureAsPng({ svg, width, height }: StandalonePicture): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width * SCALE, height * SCALE];
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  } catch {
    return null;
  }
}
