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
      m="md"
      mb={0}
      color="gray"
      variant="outline"
      className={classes.notice}
      withCloseButton
      closeButtonLabel="Dismiss"
      onClose={() => act(dismissRemark)}
      data-testid="saved-notice"
    >
      <RemarkLine remark={remark} spot="remark" />
    </Alert>
  );
}
