import type { ListView } from '@/lib/blocklists/view';
import { listWords } from '@/lib/show/blocklist-words';
import { RowEnd, RowLine, SignRow } from '@/components/ui/panel';
import { ToneIcon } from '@/components/ui/tone-icon';

/** One blocklist: what it answers, what follows, and where somebody gets off it. */
export function ListRow({ list }: { list: ListView }) {
  const { zone, operator, outcome, removal } = list;
  const { tone, state, says } = listWords(list);
  return (
    <SignRow sign={<ToneIcon tone={tone} />}>
      <RowLine>
        <b className="font-mono text-sm font-semibold wrap-anywhere">{zone}</b>
        <span className="text-note">{state}</span>
        <RowEnd>{operator}</RowEnd>
      </RowLine>
      {says.length > 0 && <p className="max-w-text text-sm wrap-anywhere">{says.join(' ')}</p>}
      {outcome.state === 'listed' && (
        <div className="mt-1.5 grid gap-1.5 text-sm wrap-anywhere">
          <ul>
            {outcome.codes.map(({ code, means }) => (
              <li key={code}>
                <code>{code}</code>
                {means.length > 0 && <> · {means.join('; ')}</>}
              </li>
            ))}
          </ul>
          {outcome.texts.map((text) => (
            <p key={text} className="text-soft">
              The list says of {outcome.about}: <q>{text}</q>
            </p>
          ))}
          <p className="max-w-text">
            {removal.how}{' '}
            <a href={removal.url} rel="noreferrer" className="text-link underline">
              {removal.url}
            </a>
          </p>
        </div>
      )}
    </SignRow>
  );
}
