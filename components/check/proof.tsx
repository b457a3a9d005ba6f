import type { ReactNode } from 'react';
import type { Report } from '@/lib/report/report';
import { isUnderWay } from '@/lib/show/decisive';
import { showUtc } from '@/lib/show/moment';
import { tlsOfferWords } from '@/lib/show/tls-words';
import { DEPTH_WORD } from '@/lib/show/words';
import { identityWords } from '@/lib/show/identity-words';
import { PART_WORD } from '@/lib/show/page-parts';
import { CopyButton } from '@/components/ui/copy-button';
import { ownLink } from '@/lib/own-link';
import { Section } from '@/components/ui/section';
import { WholeLink } from '@/components/ui/whole-link';

/** The small print: when, from where, by what, and the digest that shows that nothing was altered. */
export function Proof({ report }: { report: Report }) {
  const { vantage, options } = report;
  const from = report.sessions.find((session) => session.socket)?.socket?.localAddress;
  const began = showUtc(report.startedAt);
  const seen =
    report.finishedAt === null
      ? `since ${began} UTC, still running`
      : `${began} to ${showUtc(report.finishedAt)} UTC`;
  const rows: (readonly [name: string, value: ReactNode])[] = [
    ['Seen', seen],
    ['From', [options.helo ?? vantage.helo, from].filter(Boolean).join(' · ')],
    ['Sender', (options.sender ?? vantage.sender) || '<>'],
    ...(report.identity ? identityWords(report.identity).map((words) => ['Looked up', words] as const) : []),
    ...(report.tlsOffer ? [['TLS', tlsOfferWords(report.tlsOffer)] as const] : []),
    ['Depth', DEPTH_WORD[options.depth]],
    ['Asked', 'the authoritative servers themselves, from the root, no cache'],
    [
      'Judged by',
      `mxproof ${vantage.softwareVersion}, rules ${report.versions.rules}, evidence form ${report.versions.schema}`,
    ],
    ...report.limits.map((limit) => ['Limit hit', `${limit.limit}: ${limit.count}`] as const),
    ['Digest', report.digest ?? 'is made when the check has ended'],
    ['Link', <WholeLink key="link" path={`/check/${report.id}`} />],
  ];
  return (
    <Section id="proof" title={PART_WORD.proof}>
      <dl className="pairs">
        {rows.map(([name, value], index) => (
          <div key={`${name} ${index}`} className="contents">
            <dt className="text-soft max-md:mt-1">{name}</dt>
            <dd className="text-note min-w-0 font-mono wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="border-line text-soft text-label mt-8 border-t pt-4">
        {isUnderWay(report)
          ? 'This page follows the check and freezes when it has ended.'
          : 'This page shows what was seen at the time above and does not change. '}
        {report.digest && <CopyButton quiet source={{ text: report.digest }} label="Copy the digest" />}
        {report.digest && (
          <a href={ownLink('/verify')} className="screen-only ml-3 underline">
            Verify a report
          </a>
        )}
      </p>
    </Section>
  );
}
