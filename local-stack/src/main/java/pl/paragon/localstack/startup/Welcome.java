package pl.paragon.localstack.startup;

import java.time.Duration;
import java.util.List;
import pl.paragon.operations.terminal.Text;
import pl.paragon.running.stack.StackState;

/** The message that the stack is ready. */
final class Welcome {

    private Welcome() {}

    static List<String> lines(StackState state) {
        String url = state.ports().apiUrl();
        String time = state.ready()
                .map(ready -> " after " + Text.seconds(Duration.between(state.started(), ready)))
                .orElse("");
        return """

                Paragon is ready%s: %s

                Send a receipt (a picture or a PDF) and watch it being read:
                  ./paragon process receipt.jpg

                The same with curl:
                  curl -F file=@receipt.jpg %s/api/v3/receipts/process
                  curl %s/api/v3/receipts/status/JOB_ID

                It runs in the background: ./paragon status, ./paragon logs, ./paragon down""".formatted(time, url, url, url).lines().toList();
    }
}
