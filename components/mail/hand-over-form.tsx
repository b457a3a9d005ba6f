interface HandOverFormProps {
  /** Where it goes; the answer leads to the page of what was handed over. */
  action: '/api/bounces' | '/api/feedback';
  label: string;
  problem: string | null;
}

/** A message as pasted text or as a file. Works without a script. */
export function HandOverForm({ action, label, problem }: HandOverFormProps) {
  return (
    <form action={action} method="post" encType="multipart/form-data" className="mt-4">
      {problem !== null && (
        <p role="alert" className="text-bad mb-3">
          {problem}
        </p>
      )}
      <label htmlFor="message" className="text-sm font-semibold">
        {label}
      </label>
      <textarea
        id="message"
        name="message"
        rows={9}
        spellCheck={false}
        autoComplete="off"
        className="panel mt-1 block w-full p-3 font-mono text-[13px]"
      />
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-3">
        <label className="text-sm">
          <span className="mr-2">or a file (.eml, .txt, .mbox; up to 25 MB)</span>
          <input
            type="file"
            name="file"
            accept=".eml,.txt,.mbox,.mbx,message/rfc822,text/plain"
            className="file-field max-w-full"
          />
        </label>
        <button type="submit" className="btn btn-main">
          Read
        </button>
      </div>
    </form>
  );
}
