import { isConnected } from '../state/server';

/** Says when the server cannot be reached; work goes on in the browser and is computed when it is back. */
export function Connection() {
  return (
    <span class="connection" role="status" title={isConnected.value ? '' : 'The design is kept in the browser and computed when the server is back. Start it again with: loadstone serve'}>
      {!isConnected.value && 'Connection lost: your design is kept here'}
    </span>
  );
}
