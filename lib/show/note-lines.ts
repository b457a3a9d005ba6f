interface NoteOfLines {
  domain: string;
  createdAt: Date;
  text: string;
  writtenBy: string | null;
}

/**
 * Notes for `grep`: each line after the time, the domain (`*`: the whole installation) and the author (`-`: nobody by name). `next`: the
 * cursor of those that are not among them.
 */
export function noteLines(notes: readonly NoteOfLines[], next: string | null): string {
  const lines = notes
    .flatMap(({ domain, createdAt, text, writtenBy }) => {
      const head = [createdAt.toISOString().slice(0, 19) + 'Z', domain || '*', writtenBy ?? '-'].join(' ');
      return text.split(/\r?\n/).map((line) => `${head}: ${line}\n`);
    })
    .join('');
  return next === null ? lines : `${lines}# more: cursor=${next}\n`;
}
