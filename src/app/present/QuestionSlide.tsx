/** A question with lettered answers, for a show of hands; once revealed, which one is right and why. */
import type { Question } from '../../lesson/schema.ts';
import { present as words } from '../../messages/en.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Fitted } from './Fitted.tsx';

interface Props {
  readonly question: Question;
  readonly answered: boolean;
  readonly zoom: number;
}

export function QuestionSlide({ question, answered, zoom }: Props) {
  return (
    <Fitted className="present-question" most={zoom}>
      <h2>{question.ask}</h2>
      <ol>
        {question.answers.map(({ text, right, why }, index) => (
          <li key={index} data-answer={answered ? (right ? 'right' : 'wrong') : 'open'}>
            <span className="present-letter" aria-hidden="true">
              {answered && right ? <Icon name="tick" /> : words.letter(index)}
            </span>
            <div>
              <p>
                <span className="unseen">{words.letter(index)}: </span>
                {text}
              </p>
              {answered && right && (
                <p className="present-why">
                  <strong>{words.rightAnswer}.</strong> {why}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Fitted>
  );
}
