import { CircleDot, Mail, NotebookPen } from 'lucide-react';
import { LocalTime } from '@/components/ui/local-time';
import { RowEnd, RowLine, SignRow } from '@/components/ui/panel';
import { ownLink } from '@/lib/own-link';
import type { SearchKind } from '@/lib/search/entry';
import type { LinePiece } from '@/lib/search/matching-lines';

/** Something that was found. */
interface Found {
  kind: SearchKind;
  id: string;
  at: string;
  domain: string;
  title: string;
  lines: LinePiece[][];
}

const KINDS = {
  check: { path: '/check/', word: 'Check', Icon: CircleDot },
  mail: { path: '/bounce/', word: 'Bounce or complaint', Icon: Mail },
  note: { path: '/notes/', word: 'Note', Icon: NotebookPen },
} as const;

/** What it is, with the lines that have what was searched for. */
export function FoundRow({ found: { kind, id, at, title, lines } }: { found: Found }) {
  const { path, word, Icon } = KINDS[kind];
  return (
    <SignRow sign={<Icon aria-hidden size={18} className="text-soft" />}>
      <RowLine>
        <a href={ownLink(`${path}${id}`)} className="text-sm wrap-anywhere">
          {title === '' ? word : title}
        </a>
        <RowEnd>
          {word}, <LocalTime iso={at} />
        </RowEnd>
      </RowLine>
      {lines.map((pieces, n) => (
        <p key={n} className="text-note font-mono wrap-anywhere">
          {pieces.map(({ text, isMatch }, at) => (isMatch ? <mark key={at}>{text}</mark> : text))}
        </p>
      ))}
    </SignRow>
  );
}
