/** The memory in which a package is imported: had once, and given to each frame whose workers may begin with it. */
import type { Downloader } from './downloader.ts';
import type { RunnerFrame } from './runner-frame.ts';

export class ParkedMemory {
  private readonly downloader: Downloader;
  private given: { readonly frame: RunnerFrame; readonly arrives: Promise<boolean> } | null = null;
  /** It has been had before, and is given to another frame from memory. */
  isHad = false;

  constructor(downloader: Downloader) {
    this.downloader = downloader;
  }

  /** Gives it to this frame, unless that has it. False: it could not be had, and another call tries again. */
  async giveTo(frame: RunnerFrame): Promise<boolean> {
    if (this.given?.frame !== frame)
      this.given = { frame, arrives: this.downloader.parked(frame.filesPort()) };
    const { given } = this;
    const isHere = await given.arrives;
    if (isHere) this.isHad = true;
    else if (this.given === given) this.given = null;
    return isHere;
  }
}
