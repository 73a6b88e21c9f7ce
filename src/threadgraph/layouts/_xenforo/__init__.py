"""Parts of the XenForo layouts."""
