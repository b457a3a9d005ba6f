/** Who runs this, for those who were sent a link; nothing when the operator does not say. */
export function SiteFooter({ operator }: { operator: string | null }) {
  if (operator === null) return null;
  return (
    <footer className="border-line text-soft border-t">
      <p className="wrap py-4 text-sm wrap-anywhere">{`This mxproof is run by ${operator}.`}</p>
    </footer>
  );
}
