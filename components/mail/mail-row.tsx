import Link from 'next/link';
import { Mail } from 'lucide-react';
import { mailPath } from '@/lib/complaint/mail-path';
import type { MailSummary } from '@/lib/complaint/mail-summary';
import { KIND_WORD, subjectWords } from '@/lib/show/mail-words';
import { RowEnd, RowLine, SignRow } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { LocalTime } from '@/components/ui/local-time';

/** One mail about mail in a list: what it is, about which domain, when. Names nobody. */
export function MailRow({
  mail,
  by = 'createdAt',
  domain,
}: {
  mail: MailSummary;
  by?: 'at' | 'createdAt';
  /** Whose list it is: what concerns this domain is told. */
  domain?: string;
}) {
  const first = mail.subjects.find((subject) => subject.domain === domain) ?? mail.subjects[0];
  const more = mail.subjects.length - 1;
  return (
    <SignRow sign={<Mail aria-hidden size={18} className="text-soft" />}>
      <RowLine>
        <Link href={mailPath(mail)} prefetch={false} className="text-sm">
          {KIND_WORD[mail.kind]}
        </Link>
        {first?.domain && <span className="font-mono text-sm wrap-anywhere">{first.domain}</span>}
        {mail.isKept && <Tag>kept</Tag>}
        <RowEnd>
          <LocalTime iso={mail[by]} />
        </RowEnd>
      </RowLine>
      {first !== undefined && (
        <p className="text-soft text-note wrap-anywhere">
          {subjectWords(mail.kind, first)}
          {more > 0 && ` · and ${more} more ${more === 1 ? 'recipient' : 'recipients'}`}
        </p>
      )}
    </SignRow>
  );
}
