/** The parts of the image in a worker: they come one by one, and each is waited for where it is needed. */
import type { WorkerImage, WorkerPart } from '../boot/image.ts';

export class Parts {
  private readonly here: Partial<WorkerImage> = {};
  private readonly looks = new Set<() => void>();

  put({ name, content }: WorkerPart): void {
    Object.assign(this.here, { [name]: content });
    for (const look of this.looks) look();
  }

  /** Resolves when it is here, and forgets it: a worker needs each but once, and they are large. */
  take<Name extends keyof WorkerImage>(name: Name): Promise<WorkerImage[Name]> {
    return new Promise((resolve) => {
      const look = (): void => {
        const content = this.here[name];
        if (content === undefined) return;
        delete this.here[name];
        this.looks.delete(look);
        resolve(content);
      };
      this.looks.add(look);
      look();
    });
  }
}
