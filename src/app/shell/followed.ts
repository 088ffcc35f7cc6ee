/**
 * The address that has been followed. It lags behind `location` until the lesson of a new address is open: React may read
 * it in between, and would draw the screen of a lesson that has no workspace yet.
 */
let address = '';

/** Says that all that stands for the page's address now is open. */
export function noteFollowed(): void {
  address = location.hash;
}

export function followedAddress(): string {
  return address;
}
