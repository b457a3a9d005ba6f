interface CheckNowProps {
  start: (form: FormData) => Promise<void>;
  notice: string;
  target: string;
  suggested: { sender: string; helo: string };
}

/** One press: the live check of a failed recipient, compared with the notice afterwards. */
export function CheckNow({ start, notice, target, suggested }: CheckNowProps) {
  return (
    <form action={start} className="panel screen-only mt-5 px-4.5 py-3.5">
      <input type="hidden" name="notice" value={notice} />
      <input type="hidden" name="target" value={target} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <button className="btn btn-main">Check this recipient now</button>
        <p className="text-soft min-w-0 flex-1 basis-60 text-sm">
          Asks every exchange today, up to RCPT TO, and compares. Nothing is delivered.
        </p>
      </div>
      <details className="fold mt-2">
        <summary className="text-link w-fit text-sm">Sender and HELO name, as the notice suggests</summary>
        <div className="mt-2 grid gap-4 md:grid-cols-2">
          <Field name="sender" label="Sender" value={suggested.sender} />
          <Field name="helo" label="HELO name" value={suggested.helo} />
        </div>
        <p className="text-soft mt-2 text-[13px]">
          Empty: what this installation uses. A HELO name of another machine may be refused from here for that
          alone.
        </p>
      </details>
    </form>
  );
}

function Field({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label className="block text-sm">
      <span className="font-medium">{label}</span>
      <input
        name={name}
        defaultValue={value}
        className="field mt-1"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={320}
      />
    </label>
  );
}
