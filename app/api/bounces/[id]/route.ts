import { reportMailResponse } from '@/lib/server/report-mail-response';
import { route } from '@/lib/server/http/route';

export const GET = route<{ id: string }>((_, { id }) => reportMailResponse(id));
