import { Fragment } from 'react';
import type { Finding } from '@/lib/report/finding';
import { clipped } from '@/lib/show/clipped';
import { ownLink } from '@/lib/own-link';
import { SEVERITY_TONE, SEVERITY_WORD } from '@/lib/show/words';
import { SignRow } from '@/components/ui/panel';
import { ToneIcon } from '@/components/ui/tone-icon';
import { EvidenceLinks } from './evidence-links';
import { FixText } from './fix-text';

/** Characters drawn of one text: it may quote what the other side says. */
const DRAWN = 2_048;

interface FindingItemProps {
  finding: Finding;
  anchor: string;
  /** Whether the reader may see who we are to others. */
  seesVantage: boolean;
  /** The page of its check, on another one. */
  page?: string | undefined;
}

/** One finding: what it is, why, what to do, and where the proof stands. */
export function FindingItem({ finding, anchor, seesVantage, page }: FindingItemProps) {
  return (
    <SignRow
      tall
      id={anchor}
      sign={
        <>
          <ToneIcon tone={SEVERITY_TONE[finding.severity]} size={19} />
          <span className="sr-only">{SEVERITY_WORD[finding.severity]}</span>
        </>
      }
    >
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 md:flex-nowrap md:justify-between">
        <h4 className="min-w-0 text-base font-semibold wrap-anywhere">{clipped(finding.title, DRAWN)}</h4>
        <EvidenceLinks evidence={finding.evidence} page={page} />
      </div>
      <p className="text-soft max-w-finding mt-0.5 wrap-anywhere">{clipped(finding.why, DRAWN)}</p>
      {finding.fix !== '' && <FixText text={finding.fix} records={finding.records} />}
      <p className="text-soft text-note mt-1.5">
        {finding.refs.map((ref) => (
          <Fragment key={ref}>{ref} · </Fragment>
        ))}
        <a href={ownLink(`/findings/${finding.code}`)} className="font-mono">
          {finding.code}
        </a>
        {seesVantage && <BlockedAddress finding={finding} />}
        {finding.code === 'vantage.authentication' && (
          <>
            {' · '}
            <a href={ownLink('/message')}>verify a message that was sent</a>
          </>
        )}
        {seesVantage && finding.code.startsWith('vantage.') && (
          <>
            {' · '}
            <a href={ownLink('/vantage')}>who we are to others</a>
          </>
        )}
      </p>
    </SignRow>
  );
}

/** From a refusal for a blocklist to what the lists themselves say of the address that was refused. */
function BlockedAddress({ finding: { code, args } }: { finding: Finding }) {
  if (code !== 'smtp.blocklisted' && code !== 'smtp.blocklisted-for-now') return null;
  const { address = '' } = args;
  return (
    <>
      {' · '}
      <a
        href={ownLink(address === '' ? '/vantage#lists' : `/address/${encodeURIComponent(String(address))}`)}
      >
        what blocklists say of {address === '' ? 'the sending address' : address}
      </a>
    </>
  );
}
