import type { MailTry } from '@/lib/report/mail-try';
import { VerdictOutcome } from '@/lib/report/finding';
import type { HistoryChoice } from '@/lib/report/history-choice';
import { OUTCOME_WORD } from '@/lib/show/words';
import { historyPath } from './history-path';
import { ChoiceLinks } from './kind-links';

/** Mailboxes that are offered: those that were tried last. */
const MOST_MAILBOXES = 8;

interface CheckLinksProps {
  domain: string;
  chosen: HistoryChoice;
  tries: readonly MailTry[];
}

/** Checks of one mailbox, or of one outcome, alone. */
export function CheckLinks({ domain, chosen, tries }: CheckLinksProps) {
  const { of, outcome } = chosen;
  const tried = [...new Set(tries.map(({ mailbox }) => mailbox))].filter((one) => one !== of);
  const mailboxes = [of ?? [], tried.slice(0, MOST_MAILBOXES)].flat();
  return (
    <>
      <ChoiceLinks
        label="Outcomes"
        className="mt-2"
        choices={[undefined, ...VerdictOutcome.options].map((one) => ({
          word: one === undefined ? 'Every outcome' : OUTCOME_WORD[one],
          path: historyPath(domain, { only: 'check', of, outcome: one }),
          isChosen: one === outcome,
        }))}
      />
      {mailboxes.length > 0 && (
        <ChoiceLinks
          label="Mailboxes"
          className="mt-2"
          choices={[undefined, ...mailboxes].map((one) => ({
            word: one ?? 'Every mailbox',
            path: historyPath(domain, { only: 'check', of: one, outcome }),
            isChosen: one === of,
          }))}
        />
      )}
    </>
  );
}
