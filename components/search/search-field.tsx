import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/field';
import { ownLink } from '@/lib/own-link';
import { MAX_QUERY } from '@/lib/search/query';

interface SearchFieldProps {
  /** What stands in it. */
  typed?: string;
  /** Only things of this kind. */
  kind?: string | undefined;
}

/** Where words are typed; leads to what has all of them. */
export function SearchField({ typed = '', kind }: SearchFieldProps) {
  return (
    <form
      role="search"
      action={ownLink('/search')}
      className="screen-only mt-4 flex max-w-190 flex-wrap gap-2"
    >
      {kind !== undefined && <input type="hidden" name="kind" value={kind} />}
      <Input
        exact
        type="search"
        name="q"
        aria-label="Search"
        required
        maxLength={MAX_QUERY}
        defaultValue={typed}
        placeholder='words, or "to the character"'
        className="min-w-0 grow basis-60 font-mono"
      />
      <Button>Search</Button>
    </form>
  );
}
