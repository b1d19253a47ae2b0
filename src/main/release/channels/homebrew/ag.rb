class Ag < Formula
  desc "Small math language with exact derivatives"
  homepage "https://github.com/TO-FILL-OWNER/ag"
  version "TO-FILL-VERSION"
  license "MIT"

  on_macos do
    on_arm do
      url "https://github.com/TO-FILL-OWNER/ag/releases/download/v#{version}/ag-#{version}-darwin-arm64.tar.gz"
      sha256 "TO-FILL-SHA256-darwin-arm64"
    end
  end

  on_linux do
    on_intel do
      url "https://github.com/TO-FILL-OWNER/ag/releases/download/v#{version}/ag-#{version}-linux-x86_64.tar.gz"
      sha256 "TO-FILL-SHA256-linux-x86_64"
    end
    on_arm do
      url "https://github.com/TO-FILL-OWNER/ag/releases/download/v#{version}/ag-#{version}-linux-aarch64.tar.gz"
      sha256 "TO-FILL-SHA256-linux-aarch64"
    end
  end

  def install
    libexec.install Dir["*"]
    bin.install_symlink libexec/"bin/ag"
    man1.install_symlink libexec/"share/man/man1/ag.1"
    bash_completion.install_symlink libexec/"share/bash-completion/completions/ag"
    zsh_completion.install_symlink libexec/"share/zsh/site-functions/_ag"
    fish_completion.install_symlink libexec/"share/fish/vendor_completions.d/ag.fish"
  end

  test do
    assert_equal "2\n", shell_output("#{bin}/ag -e 1+1")
  end
end
