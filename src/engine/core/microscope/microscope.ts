import type { OpenedNumber, OpenRequest, TraceRequest, UpdateTrace } from '../../microscope';
import { RequestError } from '../requestError';

/** Opens any number of the page into the formula that made it. */
export class Microscope {
  async open(request: OpenRequest): Promise<OpenedNumber> {
    throw new RequestError('ref', `there is no number "${request.ref.of}"`);
  }

  async trace(request: TraceRequest): Promise<UpdateTrace> {
    throw new RequestError('key', `the log has no interaction "${request.key}"`);
  }
}
