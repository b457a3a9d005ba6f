import { type CheckOptions, TargetView, type Vantage } from '@/lib/report/report';
import type { Check } from './generated/client';

interface Asked {
  target: TargetView;
  options: CheckOptions;
  vantage: Vantage;
}

/** What was asked, as a row has it. */
export function columnsOfAsked({ target, options, vantage }: Asked) {
  return {
    domain: target.domain,
    targetInput: target.input,
    targetKind: target.kind,
    domainUnicode: target.domainUnicode,
    mailbox: target.mailbox ?? null,
    options: JSON.stringify(options),
    vantage: JSON.stringify(vantage),
    depth: options.depth,
  };
}

/** Throws when the kind is none that `columnsOfAsked` writes. */
export function targetOf(
  row: Pick<Check, 'targetInput' | 'targetKind' | 'domain' | 'domainUnicode' | 'mailbox'>,
): TargetView {
  return {
    input: row.targetInput,
    kind: TargetView.shape.kind.parse(row.targetKind),
    domain: row.domain,
    domainUnicode: row.domainUnicode,
    ...(row.mailbox === null ? {} : { mailbox: row.mailbox }),
  };
}
