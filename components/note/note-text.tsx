/** The text of a note, with its lines and tabs as they were typed. */
export function NoteText({ text }: { text: string }) {
  return <pre className="font-mono text-sm wrap-anywhere whitespace-pre-wrap [tab-size:4]">{text}</pre>;
}
