import type { SignatureView } from '@/lib/message/view';
import { signatureWords } from '@/lib/show/signature-words';
import type { Tone } from '@/lib/show/words';
import { Code } from '@/components/ui/code';
import { Panel, PanelNote, SignRow } from '@/components/ui/panel';
import { ToneIcon } from '@/components/ui/tone-icon';

interface SignatureListProps {
  signatures: readonly SignatureView[];
  unverified: number;
}

/** Each signature with what it says of itself, and why it does not count, if so. */
export function SignatureList({ signatures, unverified }: SignatureListProps) {
  if (signatures.length === 0) return <PanelNote>The message has no DKIM signature.</PanelNote>;
  return (
    <>
      <Panel as="ul">
        {signatures.map((one, n) => (
          <SignatureRow key={n} one={one} />
        ))}
      </Panel>
      {unverified > 0 && (
        <p className="text-soft mt-2 text-sm">
          The first {signatures.length} signatures were verified; {unverified} more were not.
        </p>
      )}
    </>
  );
}

function SignatureRow({ one }: { one: SignatureView }) {
  const words = signatureWords(one);
  return (
    <SignRow tall sign={<ToneIcon tone={toneOf(one)} size={19} />}>
      <h3 className="font-semibold wrap-anywhere">
        {one.domain === '' ? 'A domain that cannot be read' : one.domain}: {one.result}
      </h3>
      {words !== null && (
        <p className="max-w-text text-sm wrap-anywhere">
          {words.says} {words.fix}
        </p>
      )}
      <p className="text-soft text-sm wrap-anywhere">
        Selector <Code>{one.selector}</Code>, {one.algorithm}, {one.canonicalization}
        {one.keyBits !== null && one.keyBits > 0 && `, key of ${one.keyBits} bits`}
        {one.identity !== null && `, i=${one.identity}`}
        {one.isTest && ', key in test mode (t=y)'}
      </p>
      <p className="text-soft text-sm wrap-anywhere">Signs {one.signed.join(', ')}</p>
      {one.length !== null && (
        <p className="text-sm">
          Only the first {one.length.toLocaleString('en')} octets of the body are signed (l=);{' '}
          {one.unsignedOctets > 0
            ? `${one.unsignedOctets.toLocaleString('en')} behind them are by anybody.`
            : 'anybody could add more.'}
        </p>
      )}
    </SignRow>
  );
}

function toneOf({ result }: SignatureView): Tone {
  if (result === 'pass') return 'good';
  return result === 'temperror' ? 'unknown' : 'bad';
}
