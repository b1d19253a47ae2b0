package ag.torch;

/** Something has no form in PyTorch; the message says what. */
public final class NoTorchForm extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NoTorchForm(String what) {
        super(what, null, false, false);
    }

    /** What has no form. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
