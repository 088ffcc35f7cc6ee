/** How many times as large as usual an element is drawn: Present zooms pictures, so that their strokes and type grow alike. */

/** What is measured on the screen is so many times what an element's own pixels say; 1 where the browser does not tell. */
export function zoomOf(element: object): number {
  const zoom: unknown = Reflect.get(element, 'currentCSSZoom');
  return typeof zoom === 'number' && zoom > 0 ? zoom : 1;
}
