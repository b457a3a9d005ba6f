import { Select } from '@/components/ui/field';
import type { AccountRole } from '@/lib/account';
import { ROLE_WORD } from './role-words';

interface RoleChoiceProps {
  chosen: AccountRole | null;
  /** What everybody is who signs in. */
  common: AccountRole;
}

/** What an account may be. */
export function RoleChoice({ chosen, common }: RoleChoiceProps) {
  return (
    <Select name="role" aria-label="Role" defaultValue={chosen ?? ''}>
      <option value="">{`As everybody (${ROLE_WORD[common].toLowerCase()})`}</option>
      {Object.entries(ROLE_WORD).map(([role, word]) => (
        <option key={role} value={role}>
          {word}
        </option>
      ))}
    </Select>
  );
}
