/** The prerendered screens of the lessons as HTML, one in a `template` for each lesson and each room. Runs while building. */
import { renderToStaticMarkup } from 'react-dom/server';
import { lessons } from '../../lesson/catalog.ts';
import { LARGE, STACKED } from '../shell/rooms.ts';
import { Prerendered } from './Prerendered.tsx';

/** Rooms with the media query that holds in each; where more than one does, the first counts. A phone's text is a tablet's. */
const ROOMS = [
  { room: 'tablet', media: STACKED },
  { room: 'large', media: LARGE },
  { room: 'laptop', media: 'all' },
] as const;

export const templates: string = lessons
  .flatMap((lesson) =>
    ROOMS.map(({ room, media }) =>
      renderToStaticMarkup(
        <template data-lesson={lesson.id} data-media={media}>
          <Prerendered lesson={lesson} room={room} />
        </template>,
      ),
    ),
  )
  .join('\n');
