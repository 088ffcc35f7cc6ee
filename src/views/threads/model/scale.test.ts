import { expect, it } from 'vitest';
import { emptyPicture } from '../../../trace/picture.ts';
import { scaleFor, setScale } from './scale.ts';

it('is one for both sides, until one of them has a new run', () => {
  const [broken, fixed, again] = [emptyPicture(), emptyPicture(), emptyPicture()];
  expect(scaleFor([broken, fixed]).span).toBeNull();
  const look = { picture: broken, ranks: [3, 9] };
  setScale([broken, fixed], 16, look);
  expect(scaleFor([fixed, broken])).toMatchObject({ span: 16, look });
  expect(scaleFor([again, fixed])).toMatchObject({ span: null, look: null });
});
