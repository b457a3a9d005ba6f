import { AppProblem } from '@/lib/problem';
import { problemResponse } from '@/lib/server/http/problem-response';

function nothingHere(): Response {
  const say = 'There is no such call; the API is described at /api/openapi.json.';
  return problemResponse(new AppProblem('not-found', { say }));
}

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
};
