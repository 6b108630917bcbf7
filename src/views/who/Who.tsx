import { People } from './People';
import { PersonHistory } from './PersonHistory';

export function Who() {
  return (
    <>
      <People />
      <PersonHistory />
    </>
  );
}
