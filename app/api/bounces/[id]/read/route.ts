import { readAgainResponse } from '@/lib/server/report-mail-response';
import { route } from '@/lib/server/http/route';

export const POST = route<{ id: string }>((request, { id }) => readAgainResponse(request, id));
