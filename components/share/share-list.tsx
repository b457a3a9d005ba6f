import { Link2, Link2Off } from 'lucide-react';
import { CopyButton } from '@/components/ui/copy-button';
import { LocalTime } from '@/components/ui/local-time';
import { Panel, RowEnd, RowLine, SignRow } from '@/components/ui/panel';
import { Button } from '@/components/ui/button';
import { Tag } from '@/components/ui/tag';

/** A link that was made for somebody, as those see it who may make one. */
interface MadeLink {
  id: string;
  createdAt: Date;
  createdBy: string | null;
  expiresAt: Date | null;
  end: 'run-out' | 'taken-back' | null;
  hidesLocalParts: boolean;
  line: string;
  isTheirs: boolean;
}

interface ShareListProps {
  links: readonly MadeLink[];
  /** What they lead to. */
  kind: 'check' | 'mail';
  id: string;
  /** The page of one of them. */
  pageOf: (link: string) => string;
  takeBack: (form: FormData) => Promise<void>;
}

/** Links to a check or a mail that were made for somebody, and what has become of them. */
export function ShareList({ links, ...about }: ShareListProps) {
  return (
    <Panel as="ul" aria-label="Links that were made">
      {links.map((link) => (
        <LinkRow key={link.id} link={link} {...about} />
      ))}
    </Panel>
  );
}

const END_WORD = { 'run-out': 'has run out', 'taken-back': 'was taken back' } as const;

function LinkRow({ link, kind, id, pageOf, takeBack }: { link: MadeLink } & Omit<ShareListProps, 'links'>) {
  const { createdAt, createdBy, expiresAt, end, hidesLocalParts, line, isTheirs } = link;
  const Sign = end === null ? Link2 : Link2Off;
  return (
    <SignRow sign={<Sign aria-hidden size={18} className="text-soft" />}>
      <RowLine>
        {end === null ? (
          <CopyButton quiet source={{ link: pageOf(link.id) }} label="Copy this link" />
        ) : (
          <span className="text-soft">A link that {END_WORD[end]}</span>
        )}
        <Tag>{hidesLocalParts ? 'without local parts' : 'with everything'}</Tag>
        <RowEnd>
          <LocalTime iso={createdAt.toISOString()} />
        </RowEnd>
      </RowLine>
      <p className="text-soft text-note wrap-anywhere">
        {createdBy !== null && `by ${createdBy}; `}
        {expiresAt === null ? (
          `as long as the ${kind} is kept`
        ) : (
          <>
            until <LocalTime iso={expiresAt.toISOString()} />
          </>
        )}
        {line !== '' && `: “${line}”`}
      </p>
      {end === null && isTheirs && (
        <form action={takeBack} className="needs-script mt-1.5">
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="link" value={link.id} />
          <Button>Take it back</Button>
        </form>
      )}
    </SignRow>
  );
}
