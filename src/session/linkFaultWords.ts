/** What is wrong with a link, in a sentence. */
import { links } from '../messages/en.ts';
import type { LinkFault } from '../share/fault.ts';

const words = links.faults;

export function linkFaultWords(fault: LinkFault): string {
  switch (fault.kind) {
    case 'unknown address':
      return words.unknownAddress(fault.fragment);
    case 'damaged':
      return words.damaged;
    case 'cut':
      return words.cut;
    case 'doubled':
      return words.doubled;
    case 'percent-encoded':
      return words.percentEncoded;
    case 'too large':
      return words.tooLarge(fault.of, fault.limit);
    case 'future':
      return words.future;
    case 'unfit':
      return words.unfit;
    case 'unknown lesson':
      return words.unknownLesson(fault.lesson);
    case 'unknown step':
      return words.unknownStep(fault.step, fault.steps);
    case 'unknown part':
      return words.unknownPart(fault.part);
    case 'unknown variation':
      return words.unknownVariation(fault.variation);
    case 'unknown entry':
      return words.unknownEntry(fault.entry);
    case 'no schedule':
      return words.noSchedule;
  }
}
