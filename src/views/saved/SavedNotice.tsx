import { Alert } from '@mantine/core';
import { useAct } from '../../session/part';
import { dismissRemark, useSaved } from '../../session/savedState';
import { RemarkLine } from './RemarkLine';
import classes from './Saved.module.css';

/** What came back from this browser, or could, in one line with one thing to do about it. */
export function SavedNotice() {
  const act = useAct();
  const remark = useSaved((s) => s.remark);
  if (!remark) return null;
  return (
    <Alert
      className={classes.notice}
      withCloseButton
      onClose={() => act(dismissRemark)}
      data-testid="saved-notice"
    >
      <RemarkLine remark={remark} spot="remark" />
    </Alert>
  );
}
